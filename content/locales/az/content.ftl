# Kinds of messages: what the desk cannot show.

content-unsupported =
    Belə mesajı hələ aça bilmirik.
    O saxlanılıb. Zəhmət olmasa, mətn, şəkil və ya fayl göndərin.
