"""The package that is signed off, and its check anywhere else.

`sign_off` puts together what was judged; `package` writes it so that every byte counts;
`signing` adds a signature; `verification` checks a package from its own content alone.
"""
