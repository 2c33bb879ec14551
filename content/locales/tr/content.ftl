# Kinds of messages: what the desk cannot show.

content-unsupported =
    Bu tür mesajı henüz açamıyoruz.
    Mesaj kayıtlı. Lütfen yazı, fotoğraf ya da dosya gönderin.
