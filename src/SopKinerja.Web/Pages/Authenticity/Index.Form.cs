using FluentValidation;
using SopKinerja.Domain.Sop;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Authenticity;

public partial class IndexModel
{
    public sealed class CodeForm
    {
        public string? Kode { get; set; }
    }

    public sealed class FileForm
    {
        public IFormFile? Berkas { get; set; }
    }

    /// <summary>Only whether it can be a code.</summary>
    public sealed class CodeFormValidator : AbstractValidator<CodeForm>
    {
        public CodeFormValidator() => RuleFor(f => f.Kode)
            .NotEmpty().WithMessage("Tulis kode verifikasi yang tercetak di samping kode QR.")
            .Must(kode => VerificationCode.Parse(kode) is not null)
            .WithMessage($"Kode ini tidak lengkap atau memuat tanda yang tidak dipakai. Kode terdiri atas {VerificationCode.Length} huruf "
                + "dan angka, "
                + "misalnya ABCD-EFGH-JKMN; bandingkan lagi dengan cetakannya, huruf demi huruf.");
    }

    /// <summary>Only whether there is a PDF to judge.</summary>
    public sealed class FileFormValidator : AbstractValidator<FileForm>
    {
        public FileFormValidator() => RuleFor(f => f.Berkas)
            .NotNull().WithMessage("Pilih dahulu dokumen PDF yang hendak diperiksa.")
            .Must(file => file!.Length > 0).WithMessage("Dokumen ini kosong (0 byte). Ambil lagi aslinya dari pengirimnya.")
            .Must(file => file!.Length <= FileCheck.MostBytes)
            .WithMessage(f => $"Dokumen ini terlalu besar ({Ukuran.Tampil(f.Berkas!.Length)}). Paling besar {FileCheck.MostMegabytes} MB; "
                + "dokumen dari aplikasi ini jauh lebih kecil, jadi ini bukan berkas aslinya.")
            .Must(IsPdf).WithMessage("Ini bukan dokumen PDF. Foto, pindaian gambar, dan dokumen Word tidak dapat diperiksa di sini: "
                + "pakai dokumen PDF yang Anda terima, atau tulis kode yang tercetak.");

        private static bool IsPdf(IFormFile? file)
        {
            Span<byte> start = stackalloc byte[16];
            using var stream = file!.OpenReadStream();
            return FileTypes.Sniff(start[..stream.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)]) == "application/pdf";
        }
    }
}
