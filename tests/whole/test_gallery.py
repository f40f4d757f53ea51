"""The gallery shows the pictures that there are, and its page is the one that the code writes."""

from docs import gallery


def test_the_page_is_made_by_its_command():
    assert gallery.TARGET.read_text("utf-8") == gallery.text()


def test_every_picture_is_there_and_small():
    from PIL import Image

    names = {name for name, _, _ in gallery.existing()}
    assert names == set(gallery.PICTURES)
    for name in names:
        path = gallery.FOLDER / f"{name}.png"
        assert path.stat().st_size < 500_000
        with Image.open(path) as image:
            assert image.width <= 1280
