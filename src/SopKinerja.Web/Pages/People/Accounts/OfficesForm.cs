namespace SopKinerja.Web.Pages.People.Accounts;

public sealed class OfficesForm
{
    public bool Analis { get; set; }

    public bool Kasubbag { get; set; }

    public bool Sekretaris { get; set; }

    public bool KepalaDinas { get; set; }

    public static OfficesForm Of(string[] offices) => new()
    {
        Analis = offices.Contains(nameof(Role.Analis)),
        Kasubbag = offices.Contains(nameof(Role.Kasubbag)),
        Sekretaris = offices.Contains(nameof(Role.Sekretaris)),
        KepalaDinas = offices.Contains(nameof(Role.KepalaDinas)),
    };

    public string[] Ticked()
    {
        (Role Office, bool IsTicked)[] boxes =
            [(Role.Analis, Analis), (Role.Kasubbag, Kasubbag), (Role.Sekretaris, Sekretaris), (Role.KepalaDinas, KepalaDinas)];
        return [.. boxes.Where(b => b.IsTicked).Select(b => b.Office.ToString())];
    }
}

public interface IOfficesPage
{
    OfficesForm Jabatan { get; }
}
