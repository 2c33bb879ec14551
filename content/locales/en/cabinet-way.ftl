# The way into the cabinet.

cabinet-way = All your tickets in one place: where they stand, the answers, your settings.
cabinet-way-link =
    All your tickets in one place: where they stand, the answers, your settings.
    The link opens once, within 10 minutes.
button-open-cabinet = Open my cabinet
button-open = Open
command-cabinet = Open my cabinet
