"""The command `import_article FILE`."""

import io

import pytest
from django.core.management import CommandError, call_command

from articles.models import Article
from tests.articles.dumps.samples import TITLE, make_dump

pytestmark = pytest.mark.django_db


def run(path):
    out = io.StringIO()
    call_command("import_article", str(path), stdout=out)
    return out.getvalue().splitlines()


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "기사.txt"
    path.write_text(make_dump(), "utf-8")
    return path


def test_import_article_prints_the_address_and_what_it_could_not_place(file):
    address, *remarks = run(file)
    article = Article.objects.get()
    assert (address, article.title) == (f"/articles/{article.pk}/", TITLE)
    assert "- 섹션은 덤프에 없어 비워 두었습니다." in remarks
    assert all(remark.startswith("- ") for remark in remarks)


def test_import_article_twice_prints_the_same_address(file):
    address = run(file)[0]
    assert run(file) == [address, "- 이미 옮긴 덤프입니다. 새로 만들지 않았습니다."]


def test_import_article_of_the_same_words_in_another_file_prints_the_same_address(file):
    address = run(file)[0]
    other = file.with_name("다른 이름.txt")
    other.write_bytes(b"\xef\xbb\xbf" + make_dump().replace("\n", "\r\n").encode())
    assert run(other)[0] == address
    assert Article.objects.count() == 1


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "기사 페이지의 덤프가 아닙니다."),
        (b"\x89PNG\r\n\x1a\n\x00\xff", "UTF-8 텍스트가 아닙니다."),
        ("그냥 글".encode(), "기사 페이지의 덤프가 아닙니다."),
    ],
)
def test_import_article_refuses_a_bad_file_in_words(tmp_path, content, words):
    path = tmp_path / "나쁜 파일"
    path.write_bytes(content)
    with pytest.raises(CommandError) as refusal:
        run(path)
    assert str(refusal.value).startswith(f"{path}: {words}")
    assert Article.objects.count() == 0


@pytest.mark.parametrize("name", ["없는 파일.txt", ""])
def test_import_article_says_when_there_is_no_file(tmp_path, name):
    with pytest.raises(CommandError, match="읽을 수 없습니다"):
        run(tmp_path / name)
