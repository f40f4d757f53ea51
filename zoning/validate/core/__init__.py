"""What a rule is and what it sees.

`rule` defines Rule and Finding; `context` holds the layers in one metric system with what several
rules need; `batch` carries thousands of findings alike; `joins`, `levels` and `parents` say which
building stands in which zone, and which area in which.

Knows no single rule.
"""
