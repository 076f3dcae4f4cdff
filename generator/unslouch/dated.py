"""When pages were last changed, as the sitemap says it: by the content, not by the day of the build.

MkDocs says today of every page, so that the same guide would give another site each day, and search engines would fetch
all of it again. Where SOURCE_DATE_EPOCH is set, that is the date; and a plugin that knows better is let be.
"""

from __future__ import annotations

import os

from mkdocs.structure.files import Files
from mkdocs.utils import get_build_date

from unslouch.content.library import EXERCISES
from unslouch.guide.guide import Guide


def by_content(files: Files, guide: Guide) -> None:
    """An exercise's page is as old as the day its texts were checked, and every other as the last of those days."""
    if "SOURCE_DATE_EPOCH" in os.environ:
        return
    checked = {f"{EXERCISES}/{one.id}.md": one.reviewed for one in guide.library.exercises.values() if one.reviewed}
    last, today = max(checked.values(), default=None), get_build_date()
    for file in files.documentation_pages():
        if last and file.page and file.page.update_date == today:
            file.page.update_date = checked.get(file.src_uri, last).isoformat()
