"""An article as search engines want to be told of it (schema.org/NewsArticle)."""


def news_article(article, masthead, absolute, default_image):
    """A JSON-ready dict. `absolute` makes an address of a path; `default_image` is the path of the picture for articles without one."""
    address = absolute(article.get_absolute_url())
    data = {
        "@context": "https://schema.org",
        "@type": "AdvertiserContentArticle" if article.is_advertorial else "NewsArticle",
        "headline": article.marked_title,
        "description": article.summary,
        "image": [absolute(article.lead_photo.file.url if article.lead_photo else default_image)],
        "datePublished": article.live_at.isoformat(),
        "dateModified": (article.modified_at or article.live_at).isoformat(),
        "author": [_author(byline, absolute) for byline in article.bylines.all()],
        "mainEntityOfPage": address,
        "url": address,
        "inLanguage": "ko",
        "isAccessibleForFree": True,
    }
    if article.section:
        data["articleSection"] = article.section.name
    if article.tag_names:
        data["keywords"] = article.tag_names
    if masthead:
        data["publisher"] = {"@type": "NewsMediaOrganization", "name": masthead.title, "url": absolute("/")}
        data["author"] = data["author"] or [data["publisher"]]
    return data


def _author(byline, absolute):
    author = {"@type": "Person", "name": byline.person}
    if byline.title:
        author["jobTitle"] = byline.title
    if byline.reporter:
        author["url"] = absolute(byline.reporter.get_absolute_url())
    return author
