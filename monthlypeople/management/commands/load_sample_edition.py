from django.core.management.base import BaseCommand, CommandError

from monthlypeople.sample_edition import loader


class Command(BaseCommand):
    help = "빈 데이터베이스에 표본 호(기사, 사진, 기자, 견본 계정)를 싣습니다."

    def add_arguments(self, parser):
        parser.add_argument("--if-empty", action="store_true", help="이미 무엇이 있으면 아무 말 없이 그대로 둡니다.")

    def handle(self, *, if_empty, **options):
        if if_empty and not loader.is_empty():
            return
        try:
            loader.load()
        except loader.Refused as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write("표본 호를 실었습니다.")
