# Makalelerden yazılan yanıt taslakları.

console-draft = Yanıt taslağı yaz
console-draft-hint = Müşterinin sözleri ve uygun makaleler, masanızın sahibinin seçtiği hizmete gönderilir. Taslağı siz denetlersiniz; kendiliğinden gönderilmez.
console-draft-pending = Taslak yazılıyor…
console-draft-from = Kaynak: { $titles }. Göndermeden önce denetleyin.
console-draft-no-words = Taslak yok: müşteri henüz bir şey yazmadı.
console-draft-no-articles = Taslak yok: uygun makale bulunamadı.
console-draft-not-answered = Taslak yok: makaleler bu soruyu yanıtlamıyor.
console-draft-unfounded = Taslak yok: gelen metin makalelere dayanmıyor.
console-draft-timeout = Taslak yok: hizmet zamanında yanıt vermedi. Yanıtı kendiniz yazın ya da biraz sonra yeniden deneyin.
console-draft-unreachable = Taslak yok: hizmet yanıt vermedi. Yanıtı kendiniz yazın ya da biraz sonra yeniden deneyin.
