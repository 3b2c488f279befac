// The theme leaves its search dialog without a name; a reader who listens needs one.
document.querySelector(".md-search")?.setAttribute("aria-label", "Search");
