# Talepten önce bilgi bankasından yanıtlar; sözlerden anlaşılan konu ve dil.

answer-first =
    Merhaba! Ben «{ $desk }» destek botuyum.
    Yazdıklarınız yalnızca size yardım etmek için saklanır: /privacy
    Yanıt bu olabilir:
answer-ask = Yazdıklarınız kaydedildi. Yanıt işe yaradı mı?
button-answer-solved = İşe yaradı 👍
button-answer-not = İşe yaramadı
button-answer-whole = Tamamını oku
article-gone = Bu makale artık yok. Ne olduğunu yazın, bir yetkili yanıtlasın.
topic-guess =
    Anladım, yazdıklarınız kaydedildi.
    Konu bu mu: { $topic }?
topic-guess-first =
    Anladım, yazdıklarınız kaydedildi. Ben «{ $desk }» destek botuyum.
    Yazdıklarınız yalnızca size yardım etmek için saklanır: /privacy
    Konu bu mu: { $topic }?
tongue-ask = Türkçe yazıyorsunuz. Türkçe devam edelim mi?
