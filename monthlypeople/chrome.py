"""What stands around every public page: menu, masthead, standing pages. Read once a request, and only where it is shown."""

from functools import cached_property

from articles.models import Section
from publisher.models import Masthead, StandingPage


class Chrome:
    """`sections` may be handed in by a view that has read them already."""

    standing_pages = StandingPage.Kind.choices

    def __init__(self, sections=None):
        if sections is not None:
            self.sections = sections

    @cached_property
    def sections(self):
        return list(Section.objects.all())

    @cached_property
    def masthead(self):
        return Masthead.objects.in_force().with_badges().first()


def chrome(request):
    return {"chrome": Chrome()}
