"""The command that makes the guide a folder or a zip file that opens from a disk, without any server."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from tempfile import TemporaryDirectory

import click
from mkdocs.commands.build import build
from mkdocs.exceptions import MkDocsException

from unslouch import settings
from unslouch.fields import kebab_case
from unslouch.tools import folder, scratch, whole

_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""When all files of a zip are from: the same guide gives the same bytes."""
_FOR_A_SERVER = ("404.html", "sitemap.xml", "sitemap.xml.gz", "CNAME", "assets/social/", ".unslouch/")
"""What means nothing on a disk, as paths begin."""
_SOURCE_MAP = ".map"


@click.command()
@click.argument("target", type=click.Path(path_type=Path), required=False, metavar="[DIR|FILE.zip]")
def bundle(target: Path | None) -> None:
    """Build the site of mkdocs.yml so that it opens from a disk: a memory stick, an attachment, a computer without a network.

    DIR is filled with it, or FILE.zip; when silent, build/NAME.zip, by the site's name. Open index.html in it.

    \b
    Examples:
      unslouch bundle
      unslouch bundle build/guide.zip
      unslouch bundle /media/stick/guide
    """
    file = settings.file_here()
    if not file:
        raise click.UsageError("there is no mkdocs.yml here; go to the folder that has it")
    name, files = _built(file)
    target = target or Path("build", f"{name}.zip")
    if target.suffix.lower() == ".zip":
        target.parent.mkdir(parents=True, exist_ok=True)
        whole.write(target, _zipped(name, files))
        size = target.stat().st_size
    else:
        try:
            folder.fill(target, files)
        except folder.NotOurs as error:
            raise click.UsageError(f"{error}; name another folder") from error
        size = sum(map(len, files.values()))
    click.echo(f"{target} is written: {len(files)} files, {size / 1e6:.1f} MB. Open index.html in it with any browser.")


def _built(file: Path) -> tuple[str, dict[str, bytes]]:
    """The site's name as a file's, and its files: path → bytes."""
    with TemporaryDirectory(dir=scratch.folder()) as temporary:
        try:
            config = settings.read(file, site_dir=temporary, use_directory_urls=False)
            settings.open_from_disk(config)
        except MkDocsException as error:
            raise click.UsageError(f"{file} cannot be used: {error}") from error
        config.plugins.on_startup(command="build", dirty=False)
        try:
            build(config)
        finally:
            config.plugins.on_shutdown()
        site = Path(temporary)
        paths = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
        taken = [path for path in paths if not path.startswith(_FOR_A_SERVER) and not path.endswith(_SOURCE_MAP)]
        return kebab_case(config.site_name) or "guide", {path: (site / path).read_bytes() for path in taken}


def _zipped(name: str, files: dict[str, bytes]) -> bytes:
    """The files below one folder, so that who unpacks it anywhere has one thing more."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as made:
        for path, data in sorted(files.items()):
            entry = zipfile.ZipInfo(f"{name}/{path}", _LONG_AGO)
            entry.compress_type, entry.external_attr, entry.create_system = zipfile.ZIP_DEFLATED, 0o644 << 16, 3
            made.writestr(entry, data)
    return out.getvalue()
