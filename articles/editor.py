"""The body's editor. With `static/js/desk/body-editor.js`, all that knows CKEditor: another editor would replace these two."""

from ckeditor.widgets import CKEditorWidget
from django.templatetags.static import static

CONFIG = {
    "toolbar": [
        ["Format", "Bold", "Italic", "RemoveFormat"],
        ["BulletedList", "NumberedList", "Blockquote", "Table", "Link", "Unlink"],
        ["Undo", "Redo", "Find", "Maximize"],
    ],
    "format_tags": "p;h2;h3;h4",
    "language": "ko",
    "contentsLanguage": "ko",
    "title": "본문",
    "extraPlugins": "autogrow",
    "removePlugins": "image,flash,forms,smiley,iframe,scayt,wsc,exportpdf,elementspath,resize,stylesheetparser,preview,print",
    "autoGrow_minHeight": 360,
    "autoGrow_onStartup": True,
    "width": "100%",
    "entities": False,
    # A picture is `<figure data-photo>`; the editor keeps what it does not know how to make.
    "extraAllowedContent": "figure[data-photo];figcaption",
    "defaultLanguage": "ko",
    "versionCheck": False,
}


class BodyWidget(CKEditorWidget):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.config = self.config | CONFIG

    def _set_config(self):
        super()._set_config()
        self.config["contentsCss"] = static("css/desk/body.css")
