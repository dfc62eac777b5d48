using FluentValidation;
using SopKinerja.Web.Ui;

namespace SopKinerja.Web.Pages.Dossiers.Step6Duplicate;

public sealed class ScanForm
{
    public IFormFile? Berkas { get; set; }

    public bool Lengkap { get; set; }

    /// <summary>The printed code, for a scan whose QR code cannot be read.</summary>
    public string? Kode { get; set; }

    /// <summary>Whether the sender opened once more what no program could read.</summary>
    public bool Dilihat { get; set; }
}

public sealed class ScanFormValidator : AbstractValidator<ScanForm>
{
    private const int MostKode = 200;

    public ScanFormValidator()
    {
        RuleFor(f => f.Berkas).NotNull().WithMessage("Pilih pindaiannya.")
            .Must(file => Uploads.WhyNot([file!]) is null).WithMessage(f => Uploads.WhyNot([f.Berkas!]));
        RuleFor(f => f.Lengkap).Equal(true).WithMessage("Periksa lembarnya, lalu centang bahwa semua tanda tangan sudah ada.");
        RuleFor(f => f.Kode).OptionalText(MostKode, "kode verifikasi");
        RuleFor(f => f.Dilihat).Equal(true).When(f => !string.IsNullOrWhiteSpace(f.Kode))
            .WithMessage("Kode QR tidak terbaca, jadi tidak ada yang memeriksa isinya selain Anda. Buka pindaian itu di komputer Anda; "
                + "bila semua halaman dan tanda tangannya terbaca, centang.");
    }
}
