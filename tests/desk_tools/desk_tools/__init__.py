"""Parts that one desk adds to the tracker."""
