"""Reads a packed page's data, sharing only the decoder of numbers with what wrote it."""

import base64
import gzip
import json

import numpy as np

from zoning.cartography.web.packed import decode_ints


def read(text):
    raw = gzip.decompress(base64.b64decode(text))
    size = int.from_bytes(raw[:4], "little")
    meta = json.loads(raw[4 : 4 + size])
    at, out = 4 + size, {}
    for header in meta["layers"]:
        sections = []
        for length in header["offsets"]:
            sections.append(raw[at : at + length])
            at += length
        out[header["name"]] = (header, sections)
    assert at == len(raw)
    return out


def ints(part, sections):
    values = decode_ints(sections[part["section"]])
    return np.cumsum(values) if part["delta"] else values
