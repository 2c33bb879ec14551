# Forms of topics: why one is refused.

error-form-invalid = Cavabların hamısını qəbul edə bilmədik. İşarələnənlərə baxın və yenidən göndərin.
error-form-changed = Bu formada suallar dəyişib. Yazdıqlarınız qalıb: işarələnənlərə baxın və yenidən göndərin.
error-form-edited-meanwhile = Bu formanı indicə başqası saxlayıb. Yenidən oxuyun və dəyişikliyinizi təkrar edin.
