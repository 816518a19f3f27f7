"""What happens when something in the dock is clicked: each controller asks the engine and tells the widgets."""
