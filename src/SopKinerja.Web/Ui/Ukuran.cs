namespace SopKinerja.Web.Ui;

public static class Ukuran
{
    /// <summary>"340 KB", "2,5 MB"; 1 MB is 1,048,576 bytes.</summary>
    public static string Tampil(long bytes) => bytes < 1_048_576
        ? $"{Math.Max(1, bytes / 1024)} KB"
        : $"{Angka.Tampil(bytes / 1_048_576m, 1)} MB";

    /// <summary>A NIP for lists: the birth date is covered, because a list needs no more than to tell two people apart.</summary>
    public static string NipSamar(string? nip) => nip is { Length: 18 } ? $"•••••••• {nip[8..14]} {nip[14]} {nip[15..]}" : "–";
}
