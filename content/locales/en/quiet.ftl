# When the bot keeps quiet.

quiet-now =
    🌙 From { $from } to { $until } I keep quiet. Urgent matters still come.
    If you write first, what waits comes at once.
quiet-none = I write at any hour. Shall I keep quiet at night?
quiet-set = Done.

button-quiet-off = At any hour
command-quiet = Choose quiet hours
