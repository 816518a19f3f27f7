"""The windows that the dock opens: building a voice index, and looking into one."""
