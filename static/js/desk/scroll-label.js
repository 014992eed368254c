// SimpleBar calls each pane “scrollable content” to screen readers, and Unfold passes it no other word. This runs when the
// page is parsed, just before SimpleBar looks for its panes.
window.SimpleBar.defaultOptions.ariaLabel = "스크롤되는 영역";
