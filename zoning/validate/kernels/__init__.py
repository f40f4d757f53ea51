"""Kernels of the judge; see :mod:`zoning.kernels`."""

from zoning.kernels import Kernels

__all__ = ["KERNELS", "kernel"]

KERNELS = Kernels(__name__)
kernel = KERNELS.kernel
