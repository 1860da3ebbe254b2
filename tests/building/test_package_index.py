"""uv is told what pip is set up for: with a mirror in pip's settings, both read from it."""

from building.package_index import read_settings


def test_a_mirror_of_pip_is_the_mirror_of_uv() -> None:
    listed = (
        "global.index-url='https://mirror.example/simple'\nglobal.timeout='60'\ninstall.trusted-host='mirror.example'\n"
    )
    assert read_settings(listed) == {
        "UV_DEFAULT_INDEX": "https://mirror.example/simple",
        "UV_INSECURE_HOST": "mirror.example",
    }


def test_the_environment_counts_before_files() -> None:
    listed = ":env:.index-url='https://one.example'\nglobal.index-url='https://other.example'\n"
    assert read_settings(listed) == {"UV_DEFAULT_INDEX": "https://one.example"}


def test_several_values_are_kept_apart_as_uv_wants_it() -> None:
    listed = "global.extra-index-url='https://a.example https://b.example'\nglobal.find-links='\\n/one\\n/two'\n"
    assert read_settings(listed) == {
        "UV_INDEX": "https://a.example https://b.example",
        "UV_FIND_LINKS": "/one,/two",
    }
