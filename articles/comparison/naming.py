"""What ids are called, by the `names(field, id)` that is handed in; it tells "" where nobody knows."""


def name(names, field, number):
    if field == "lead_photo":
        return ": ".join(filter(None, (f"사진 {number}", names(field, number))))
    return names(field, number) or f"{number}번"


def no_names(field, number):
    return ""
