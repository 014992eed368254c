"""What staff should know about the masthead and the badges, in words."""

from django.contrib import messages

from publisher.models import Badge, Masthead


def masthead_notices():
    """Gaps of the masthead in force (list of str)."""
    masthead = Masthead.objects.in_force().first()
    if masthead is None:
        return ["발행 정보가 없습니다. 법이 정한 항목(신문법 제21조)을 넣어 주세요."]
    return masthead.gaps


def badge_notices():
    """One line about the badges whose period nobody knows (list of str, empty when there are none)."""
    labels = dict.fromkeys(Badge.objects.undated().values_list("label", flat=True))
    if not labels:
        return []
    names = ", ".join(labels)
    return [f"기간을 모르는 인증ㆍ선정: {names}. 지금은 ‘기간 미확인’으로 보입니다. 시작일과 종료일을 확인해 주세요."]


def dashboard(request, context):
    """Says the notices on the admin's first page, to those who can do something about them."""
    if request.user.has_perm("publisher.change_masthead"):
        for notice in masthead_notices() + badge_notices():
            messages.warning(request, notice)
    return context
