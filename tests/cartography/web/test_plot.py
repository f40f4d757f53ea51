"""Static figures: the classes of the web map, text as text."""

import io

import numpy as np
import pytest

from zoning.cartography.web.plot import _round_length, plot_zones
from zoning.errors import UsageError


def picture(page):
    from PIL import Image

    out = io.BytesIO()
    page.savefig(out, format="png", dpi=60)
    return np.asarray(Image.open(out).convert("RGB")).astype(int)


@pytest.mark.slow
def test_zones_have_the_colours_of_their_classes(town):
    seen = picture(plot_zones(town.zones))
    for colour in ((0xB9, 0xDB, 0xA6), (0x67, 0xB2, 0xAE)):
        assert (np.abs(seen - colour).max(axis=-1) <= 3).sum() > 100


@pytest.mark.slow
def test_legend_tells_how_many(town):
    page = plot_zones(town.zones, title="$x^2$ ${a}")
    texts = [t.get_text() for t in page.axes[0].get_legend().get_texts()]
    assert texts == ["nobody lives here  (2)", "under 150  (3)", "150 to 250  (3)",
                     "250 to 350  (2)", "over 350  (4)"]  # fmt: skip
    assert page.axes[0].get_title(loc="left") == "$x^2$ ${a}"
    picture(page)


@pytest.mark.slow
def test_all_layers_and_another_figure(town):
    layers = {k: v for k, v in vars(town).items() if k not in ("zones", "disputes")}
    page = plot_zones(town.zones, figure="progress", labels=True, **layers)
    assert picture(page).shape[2] == 3


def test_a_figure_that_the_layers_do_not_hold(town):
    with pytest.raises(UsageError, match="size"):
        plot_zones(town.zones, figure="findings")


@pytest.mark.parametrize(("length", "bar"), [(1.0, 1), (4.9, 2), (5, 5), (999, 500), (12e3, 1e4)])
def test_scale_bar(length, bar):
    assert _round_length(length) == bar
