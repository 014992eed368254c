from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from articles import dumps


class Command(BaseCommand):
    help = "기사 페이지의 텍스트 덤프를 읽어 기사로 옮깁니다. 같은 덤프는 두 번 옮기지 않습니다."

    def add_arguments(self, parser):
        parser.add_argument("file", type=Path, help="UTF-8 텍스트 파일")

    def handle(self, *, file, **options):
        try:
            content = file.read_bytes()
        except OSError as error:
            raise CommandError(f"{file}: 읽을 수 없습니다 ({error.strerror}).") from error
        try:
            result = dumps.import_dump(content)
        except dumps.Unreadable as error:
            raise CommandError(f"{file}: {error}") from error
        self.stdout.write(result.article.get_absolute_url())
        for remark in result.remarks:
            self.stdout.write(f"- {remark}")
