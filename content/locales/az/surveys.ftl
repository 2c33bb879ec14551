# Müraciət həll olunandan sonra və müştəridən nəsə gözlənildikdə.

survey-ask =
    № { $id } üzrə işimizi necə qiymətləndirirsiniz?
    Bir toxunuş kifayətdir.
survey-thanks = { $face } Təşəkkür edirik, bu bizə kömək edir.
survey-thanks-low =
    { $face } Açıq dediyiniz üçün təşəkkürlər. Rəyiniz dəstək rəhbərinə çatır.
    Hələ həll olunmayıb? Yenidən açın və ya bir neçə söz yazın.
survey-words-ask = Nəyi bilməliyik? Bir mesajla yazın.
survey-words-kept = Təşəkkür edirik. Sözləriniz qiymətinizlə birlikdə saxlanıldı.
survey-over = Bu sual artıq bağlanıb. Hər halda, təşəkkür edirik.
follow-up-ask =
    № { $id } həll olunub: { $date }.
    Hər şey qaydasındadır?
follow-up-held = Buna şadıq. № { $id } bağlandı. Nə lazım olsa, buradayıq.
clarification-reminder =
    № { $id } sizi gözləyir. Lazımdır: { $need }
    Bura { by } yazın, davam edək.
clarification-closed =
    № { $id } hələlik bağlandı: cavab gəlmədi.
    Heç nə itmədi. 3 gün ərzində yenidən açın, davam edək.

button-add-word = ✍️ Rəy yazmaq
button-rate-again = Qiyməti dəyişmək
button-held = 👍 Bəli
button-not-held = Xeyr, təkrarlandı
button-answer-now = ✍️ Cavab vermək
