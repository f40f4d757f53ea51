"""What make and CI call: environments, progress, floors. No part of the package."""
