from zoning.geo.kernels.trees cimport (
    Search, grow_tree, mark_side, other_side, sum_members, super_badness, tree_sums,
)
