# Botun sessiz kaldığı saatler.

quiet-now =
    🌙 { $from }–{ $until } arası sizi rahatsız etmem. Acil konular yine gelir.
    Siz yazarsanız bekleyenler hemen gelir.
quiet-none = Her saatte yazarım. Gece sessiz kalayım mı?
quiet-set = Tamam.

button-quiet-off = Her saatte
command-quiet = Sessiz saatleri seç
