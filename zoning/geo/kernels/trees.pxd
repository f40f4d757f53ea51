# Kinds of what trees.py holds, for the kernels that call it without Python in between.
from libc.math cimport sqrt


cdef class Search:
    cdef long long n, seed, mark
    cdef long long[::1] start, near
    cdef double[::1] length, hidden, cost, feature
    cdef double target, low, high, outside, off, off2, shape, thin, cover, spread, more, heat
    cdef double second, second_low, second_high
    cdef long long[::1] zone, local, member, order, parent, depth, side, front, front_from
    cdef double[::1] sums, whole, zone_sums
    cdef long long[::1] head, after, before, stamp, queue, want, locked


cdef double badness(Search s, double[::1] z, long long at) except? -1 nogil
cdef double super_badness(
    Search s, double[::1] z, long long at, long long k, double fair
) except? -1 nogil
cdef long long sum_members(Search s, long long m, double[::1] out, long long at) except? -1 nogil
cdef long long grow_tree(Search s, long long m, double bias) except? -1 nogil
cdef long long tree_sums(Search s, long long m) except? -1 nogil
cdef long long other_side(Search s, long long i) except? -1 nogil
cdef long long mark_side(Search s, long long m, long long found) except? -1 nogil
