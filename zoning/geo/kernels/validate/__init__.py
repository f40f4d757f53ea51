"""Kernels of the judge; see :mod:`zoning.geo.kernels`."""

from zoning.geo.kernels import Kernels

__all__ = ["KERNELS", "kernel"]

KERNELS = Kernels(__name__)
kernel = KERNELS.kernel
