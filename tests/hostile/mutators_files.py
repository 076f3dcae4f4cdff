"""What files and folders are called, and what stands in their place: links, pipes, folders, nothing."""

from __future__ import annotations

import contextlib
import os
import socket
from pathlib import Path
from random import Random

from tests.hostile.corpus import Folder
from tests.hostile.mutators import mutator, slow

_NAMES = [
    "index", "readme", "README", "con", "nul", "aux", "COM1", "A", "a b", "é", "膝", "a_b", "-a", "a-", "a--b", "..a", "a.b", "a.yml",
    "_draft", ".hidden", "#a#", "a~", "x" * 80, "x" * 81, "x" * 240, "a\n", "a\tb", "a\x1b[31m", "a'b", 'a"b', "<b>", "&amp;",
    "{{x}}", "a%20b", "a?b", "a#b", "a:b", "a*b", "a|b", "\u202ea", "\u200b", "Marching", "MARCHING", "marching (copy)", "1",
    "\udcff\udcfe", "a\udc80", "card", "moving", "small", " ", "a ", " a", "~a", "$a", "`a`", "a;b",
]  # fmt: skip
_ENDINGS = [".yml", ".yml", ".yml", ".YML", ".yaml", ".yml.txt", ".yml~", ".yml.orig", ".json", "", ".md", ".yml/x.yml"]


def _somewhere(rng: Random) -> str:
    return rng.choice(["exercises/", "exercises/", "routines/", "", "exercises/knee/", "Exercises/", "images/"])


@mutator
def file_names(rng: Random, folder: Folder) -> None:
    path = folder.any(rng)
    name = f"{path.rpartition('/')[0] or 'exercises'}/{rng.choice(_NAMES)}{rng.choice(_ENDINGS)}"
    data = folder.files[path] if rng.random() < 0.5 else folder.files.pop(path)
    if len(name.encode("utf-8", "surrogateescape")) < 255:
        folder.files.setdefault(name, data)


@mutator
def file_moved(rng: Random, folder: Folder) -> None:
    path = folder.any(rng)
    data = folder.files.pop(path)
    folder.files.setdefault(_somewhere(rng) + path.rpartition("/")[2], data)


@mutator
def file_missing(rng: Random, folder: Folder) -> None:
    del folder.files[folder.any(rng)]


@mutator
def folders_misnamed(rng: Random, folder: Folder) -> None:
    old = rng.choice(["exercises/", "routines/"])
    new = rng.choice(
        ["Exercises/", "exercise/", "_exercises/", ".exercises/", "routine/", "x/exercises/", "EXERCISES/"]
    )
    folder.files = {
        path.replace(old, new) if path.startswith(old) else path: data for path, data in folder.files.items()
    }


@mutator
def all_gone(rng: Random, folder: Folder) -> None:
    kept = rng.choice(["safety", "exercises/", "routines/", "nothing"])
    folder.files = {path: data for path, data in folder.files.items() if path.startswith(kept)}


@mutator
def pages_beside(rng: Random, folder: Folder) -> None:
    main = folder.main().removesuffix(".yml")
    path = rng.choice(
        [
            f"{main}.md",
            f"{main}/index.md",
            f"{main}/card/index.html",
            "safety.md",
            "exercises/index.md",
            "x.md",
            "week/index.md",
        ]
    )
    folder.files[path] = rng.choice(
        [
            b"# x",
            b"\xff\xfe",
            b"",
            b"<!-- unslouch:x -->",
            b"<!-- unslouch:keys -->",
            b"---\n: [\n---\n",
            b"{{ x }}",
            b"\x00" * 99,
        ]
    )


_ACTIVE = [
    b"<svg xmlns='http://www.w3.org/2000/svg'><script>x</script></svg>", b"<svg onload='x'/>", b"<svg", b"", b"\x00", b"<!DOCTYPE x>",
    b"<svg xmlns='http://www.w3.org/2000/svg'><foreignObject/></svg>", b"<html/>", b"\xff\xfe", b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    b"<!DOCTYPE s [<!ENTITY a 'aaaaaaaaaa'>" + b"".join(b"<!ENTITY %c '%s'>" % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(8)) + b"]><svg>&i;</svg>",
    b"<svg>" * 5000, b"<svg xmlns='http://www.w3.org/2000/svg'>" + b"<g>" * 3000 + b"</g>" * 3000 + b"</svg>",
]  # fmt: skip


@mutator
def images(rng: Random, folder: Folder) -> None:
    path = folder.main()
    data = folder.data(path)
    file = rng.choice(["images/x.svg", "images/X.SVG", "../x.svg", "x.exe", "images/", "a" * 199 + ".svg", "a" * 300 + ".png", "/etc/x.png",
                       "images\\x.svg", "C:x.png", "~/x.png", "images/\n.svg", "images/x.svg?y", "é.png", ".svg", "images/./x.svg"])  # fmt: skip
    data["images"] = [{"file": file, "alt": "x", "credit": "x", "licence": "x"}]
    folder.dump(path, data)
    folder.files["images/x.svg"] = rng.choice(_ACTIVE)


def _instead(folder: Folder, path: str, act: object) -> None:
    """Do something where a file would be, in its place."""
    folder.files.pop(path, None)

    def there(root: Path) -> None:
        place = root / path
        with contextlib.suppress(
            FileExistsError, NotADirectoryError
        ):  # another has put a file where its folder would be
            place.parent.mkdir(parents=True, exist_ok=True)
            if not os.path.lexists(place):
                act(place)  # type: ignore[operator]

    folder.on_disk.append(there)


def _target(rng: Random, folder: Folder) -> str:
    return rng.choice(
        [folder.any(rng), "exercises/new.yml", "vocabulary.yml", "x.md", "images/x.svg", "exercises/deep/new.yml"]
    )


@mutator
def pipes(rng: Random, folder: Folder) -> None:
    _instead(folder, _target(rng, folder), os.mkfifo)


@mutator
def sockets(rng: Random, folder: Folder) -> None:
    def listen(place: Path) -> None:
        here = Path.cwd()
        os.chdir(place.parent)  # an address has room for a hundred letters
        try:
            with socket.socket(socket.AF_UNIX) as made:
                made.bind(place.name)
        finally:
            os.chdir(here)

    _instead(folder, _target(rng, folder), listen)


@mutator
def folders_as_files(rng: Random, folder: Folder) -> None:
    path = rng.choice([_target(rng, folder), "safety.yml"])
    _instead(folder, path, lambda place: place.mkdir(exist_ok=True))


@mutator
def files_as_folders(rng: Random, folder: Folder) -> None:
    name = rng.choice(["exercises", "routines", "images"])
    folder.files = {path: data for path, data in folder.files.items() if not path.startswith(f"{name}/")}
    folder.files[name] = rng.choice([b"", b"../shared", b"\xff"])


@mutator
def links(rng: Random, folder: Folder) -> None:
    to = rng.choice(
        [
            "nowhere",
            "/dev/null",
            "/dev/zero",
            "/etc/passwd",
            "..",
            ".",
            "/",
            "new.yml",
            "safety.yml",
            "../safety.yml",
            "/proc/self/mem",
            "a" * 200,
        ]
    )
    path = _target(rng, folder)
    _instead(folder, path, lambda place: place.symlink_to(to))


@mutator
def circles_of_links(rng: Random, folder: Folder) -> None:
    name = rng.choice(["exercises/again", "again", "exercises/x/again", "routines/again"])
    to = rng.choice([".", "..", "../exercises", "../..", name.rpartition("/")[2]])
    _instead(folder, name, lambda place: place.symlink_to(to, target_is_directory=True))
    if rng.random() < 0.3:
        _instead(folder, "routines/other", lambda place: place.symlink_to("../exercises", target_is_directory=True))


@mutator
def no_permission(rng: Random, folder: Folder) -> None:
    path = rng.choice([folder.any(rng), "exercises", "routines"])
    mode = rng.choice([0, 0o111, 0o222])
    folder.on_disk.append(lambda root: (root / path).chmod(mode) if (root / path).exists() else None)


@slow
def deep_folders(rng: Random, folder: Folder) -> None:
    depth = rng.choice([20, 300, 900])

    def dig(root: Path) -> None:
        place = os.path.join(root, "exercises", *["a"] * depth)
        os.makedirs(place, exist_ok=True)
        Path(place, "deep.yml").write_bytes(b"name: x")

    folder.on_disk.append(dig)


@slow
def many_files(rng: Random, folder: Folder) -> None:
    data = folder.files[folder.any(rng)]
    folder.files |= {f"exercises/n{number}{rng.choice(_ENDINGS[:8])}": data for number in range(rng.choice([20, 60]))}
    folder.files |= {f"images/n{number}.jpg": b"" for number in range(500)}
