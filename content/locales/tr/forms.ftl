# Forms of topics: why one is refused.

error-form-invalid = Yanıtların hepsi alınamadı. İşaretli yerlere bakıp yeniden gönderin.
error-form-changed = Bu formdaki sorular değişti. Yazdıklarınız duruyor: işaretli yerlere bakıp yeniden gönderin.
error-form-edited-meanwhile = Bu formu az önce başkası kaydetti. Yeniden okuyup değişikliğinizi tekrarlayın.
