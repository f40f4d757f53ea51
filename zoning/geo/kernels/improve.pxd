from zoning.geo.kernels.trees cimport (
    Search, badness, grow_tree, mark_side, other_side, sum_members, tree_sums,
)
