// @ts-check
/** All scripts that a page needs once it is there: one file. */

import "./calculator.js";
import "./clear.js";
import "./copies.js";
import "./finder.js";
import "./folder.js";
import "./idle.js";
import "./leaflet.js";
import "./print_button.js";
import "./read_aloud.js";
import "./roster.js";
import "./rows.js";
import "./search.js";
import "./snippet.js";
