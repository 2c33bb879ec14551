# A matter that was begun and never told.

begun-put-away =
    “{ $topic }” mövzusunda sual başlamışdınız, hələlik kənara qoyduq.
    Heç nə göndərilməyib. İstədiyiniz vaxt davam edin.
button-continue = Davam etmək
