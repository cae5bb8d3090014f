"""What comes by the browser, friendly or not: every file is taken, or refused with a sentence."""

import io
import stat
import struct
import zipfile
from collections.abc import Mapping
from typing import Any
from zipfile import ZipInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from apps.conferences.uploads import limits
from apps.conferences.uploads.limits import MB, TooMuchError
from apps.conferences.uploads.receiving import receive
from tests.conferences.transcripts import briefing
from tests.conferences.uploading import chosen, zipped


def received(*files: tuple[str, str | bytes]) -> dict[str, str]:
    """What becomes of each: the sentence, or "taken"."""
    return {one.name: one.refusal or "taken" for one in receive(chosen(*file) for file in files)}


def from_zip(members: Mapping[Any, str | bytes]) -> dict[str, str]:
    return received(("batch.zip", zipped(members)))


def test_text_files_and_those_in_archives_are_taken_with_their_folders() -> None:
    files: list[tuple[str, str | bytes]] = [
        ("a.txt", "one"),
        ("batch.zip", zipped({"2019/a.txt": "two", "2019/b.TXT": "three"})),
    ]
    assert received(*files) == {"a.txt": "taken", "2019/a.txt": "taken", "2019/b.TXT": "taken"}
    assert [one.data for one in receive(chosen(*file) for file in files)] == [b"one", b"two", b"three"]


def test_what_systems_put_into_archives_by_themselves_is_passed_over() -> None:
    passed_over = dict.fromkeys(["a/", "__MACOSX/a/._b.txt", "a/.DS_Store", ".x/b.txt"], "x")
    assert from_zip({**passed_over, "a/b.txt": "words"}) == {"a/b.txt": "taken"}


@pytest.mark.parametrize(
    "name", ["../a.txt", "a/../../b.txt", "/etc/a.txt", "C:\\a.txt", "..\\a.txt", "a\\..\\..\\b.txt"]
)
def test_a_name_that_leads_out_of_the_archive_is_refused(name: str) -> None:
    [sentence] = from_zip({name: "words"}).values()
    assert sentence == "Its name leads out of the archive; rename it."


def test_a_name_with_backslashes_is_a_path_as_windows_writes_it() -> None:
    assert from_zip({"2019\\a.txt": "words"}) == {"2019/a.txt": "taken"}


def test_a_name_with_a_nul_is_refused() -> None:
    archive = zipped({"a?b.txt": "words"}).replace(b"a?b.txt", b"a\0b.txt")
    assert received(("batch.zip", archive)) == {"a\ufffdb.txt": "Its name holds a NUL character; rename it."}


def test_a_name_that_moves_the_cursor_is_shown_without_that() -> None:
    assert from_zip({"a\x1b[2Jb.txt": "words"}) == {"a\ufffd[2Jb.txt": "taken"}


def test_a_very_long_name_is_refused() -> None:
    [(name, sentence)] = from_zip({f"{'x' * 3000}.txt": "words"}).items()
    assert sentence == "Its name has 3,004 characters; at most 500 are possible."
    assert len(name) == 500


def test_a_utf8_name_whose_archive_forgets_to_say_so_is_read_right() -> None:
    archive = zipped({"rueda__.txt": "words"}).replace(b"rueda__", "ruedá_".encode())
    assert received(("batch.zip", archive)) == {"ruedá_.txt": "taken"}


def test_a_name_in_another_encoding_is_taken_all_the_same() -> None:
    archive = zipped({"Pr_g.txt": "words"}).replace(b"Pr_g.txt", b"Pr\xe4g.txt")
    assert list(received(("batch.zip", archive)).values()) == ["taken"]


def test_a_name_that_says_it_is_utf8_and_is_not_keeps_no_file_of_its_archive_out() -> None:
    archive = zipped({"é_.txt": "words", "b.txt": "other words"}).replace("é".encode(), b"\xff\xff")
    [(name, damaged), *others] = received(("batch.zip", archive)).items()
    assert name.endswith("_.txt")
    assert damaged == "It is damaged in the archive; make the archive anew."
    assert others == [("b.txt", "taken")]


def test_a_link_is_refused() -> None:
    link = ZipInfo("a.txt")
    link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
    assert from_zip({link: "/etc/passwd"}) == {"a.txt": "It is a link, not a file."}


def test_a_zip_within_a_zip_is_refused() -> None:
    assert from_zip({"more.zip": zipped({"a.txt": "words"})}) == {
        "more.zip": "It is a zip within a zip; unpack it and upload what is in it."
    }


def test_other_files_of_an_archive_are_named() -> None:
    assert from_zip({"a.pdf": b"%PDF", "a.txt": "words"}) == {"a.pdf": "It is no .txt file.", "a.txt": "taken"}


def test_an_encrypted_file_is_refused() -> None:
    archive = bytearray(zipped({"a.txt": "words"}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        archive[archive.index(signature) + offset] |= 1
    assert received(("batch.zip", bytes(archive))) == {
        "a.txt": "It is encrypted; unpack the archive and upload the files."
    }


@pytest.mark.parametrize("method", [zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA])
def test_a_packing_that_cannot_be_read_in_pieces_is_refused(method: int) -> None:
    assert received(("batch.zip", zipped({"a.txt": b"0" * 5 * MB}, method))) == {
        "a.txt": "It is packed in an unusual way; make an ordinary zip of it."
    }


@pytest.mark.parametrize(
    "data",
    [b"", b"no zip at all", b"PK\x03\x04", zipped({"a.txt": "words"})[:-30], b"PK\x05\x06" + b"\xff" * 18],
    ids=["empty", "text", "first bytes", "half", "end alone"],  # the bytes of a zip hold the time of day
)
def test_what_is_no_zip_or_half_of_one_is_refused_by_name(data: bytes) -> None:
    assert received(("batch.zip", data)) == {"batch.zip": "It is no zip archive, or a damaged one; make it anew."}


def test_one_damaged_file_stops_no_other_of_its_archive() -> None:
    archive = zipped({"a.txt": "these words", "b.txt": "those words"}, zipfile.ZIP_STORED)
    assert received(("batch.zip", archive.replace(b"these", b"thesE", 1))) == {
        "a.txt": "It is damaged in the archive; make the archive anew.",
        "b.txt": "taken",
    }


def test_a_zip_that_says_it_holds_less_than_it_does_is_damaged() -> None:
    archive = bytearray(zipped({"a.txt": b"0" * MB}))
    at = archive.index(b"PK\x01\x02") + 24
    archive[at : at + 4] = struct.pack("<L", 10)
    assert received(("batch.zip", bytes(archive))) == {"a.txt": "It is damaged in the archive; make the archive anew."}


def test_a_list_of_files_longer_than_any_upload_has_is_not_read() -> None:
    archive = bytearray(zipped({f"{number}.txt": "" for number in range(3)}))
    at = archive.index(b"PK\x05\x06") + 12
    archive[at : at + 4] = struct.pack("<L", 2**31)
    padded = b"\0" * 64 + bytes(archive)
    assert received(("batch.zip", padded)) == {"batch.zip": "It is no zip archive, or a damaged one; make it anew."}


def test_a_file_larger_than_any_transcript_is_refused_and_the_others_are_taken() -> None:
    large = b"0" * (limits.MOST_IN_FILE + 1)
    too_large = "It has more than 10 MB, and no transcript has; check that it is the right file."
    assert received(("large.txt", large), ("a.txt", "words")) == {"large.txt": too_large, "a.txt": "taken"}
    assert from_zip({"large.txt": large, "a.txt": "words"}) == {"large.txt": too_large, "a.txt": "taken"}


def test_a_zip_bomb_is_left_off_where_the_upload_is_full() -> None:
    bomb = zipped({f"{number}.txt": b"%05d" % number + b"0" * 9 * MB for number in range(30)})
    assert len(bomb) < MB
    with pytest.raises(TooMuchError, match=r"22.txt: with it the files have over 200 MB; upload them in parts\."):
        received(("bomb.zip", bomb))


def test_more_files_than_one_upload_may_have_are_refused() -> None:
    many = zipped({f"{number}.txt": str(number) for number in range(limits.MOST_FILES + 1)})
    with pytest.raises(TooMuchError, match=r"There are more than 2,000 files; upload them in parts\."):
        received(("many.zip", many))


def test_the_same_bytes_are_taken_once() -> None:
    assert received(("a.txt", "words"), ("b.txt", "words")) == {
        "a.txt": "taken",
        "b.txt": "It has the same bytes as a.txt, which stands for both.",
    }


def test_the_same_file_chosen_twice_is_taken_once() -> None:
    files = list(receive([chosen("a.txt", "words"), chosen("a.txt", "words")]))
    assert [one.refusal for one in files] == ["", "It has the same bytes as a.txt, which stands for both."]


def test_a_file_that_is_no_text_is_refused_outside_of_an_archive_as_in_it() -> None:
    assert received(("a.exe", "MZ"), ("README", "words"), ("b.TXT", "words")) == {
        "a.exe": "It is no .txt file.",
        "README": "It is no .txt file.",
        "b.TXT": "taken",
    }


def test_two_different_files_of_one_name_are_not_taken_for_versions_of_each_other() -> None:
    files = list(receive([chosen("a.txt", "words"), chosen("a.txt", "other words"), chosen("b.txt", "other words")]))
    assert [one.refusal for one in files] == [
        "",
        "Another file of this upload has that name; rename one of them.",
        "",
    ]


@given(st.binary(max_size=2000))
def test_no_bytes_called_zip_bring_it_to_a_halt(data: bytes) -> None:
    assert all(isinstance(refusal, str) for refusal in received(("batch.zip", data)).values())


@given(st.data())
def test_no_damage_to_a_zip_brings_it_to_a_halt(data: st.DataObject) -> None:
    archive = bytearray(zipped({"2019/a.txt": briefing(), "b.txt": "words"}))
    for _ in range(data.draw(st.integers(1, 5))):
        archive[data.draw(st.integers(0, len(archive) - 1))] = data.draw(st.integers(0, 255))
    assert all(isinstance(name, str) for name in received(("batch.zip", bytes(archive))))


def test_the_file_is_read_from_its_beginning_wherever_django_left_it() -> None:
    file = chosen("batch.zip", zipped({"a.txt": "words"}))
    file.seek(0, io.SEEK_END)
    assert [one.refusal for one in receive([file])] == [""]
