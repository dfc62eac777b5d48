namespace SopKinerja.Web.Pages.Imports;

/// <summary>One row of a record that takes several of them: whose it is, and of which period.</summary>
public abstract class RecordLine
{
    public int? PegawaiId { get; set; }

    /// <summary>As it stands in the cell; null where the person is that of the row above.</summary>
    public string? Nip { get; set; }

    public string? Nama { get; set; }

    public string? Periode { get; set; }

    public bool NamesNobody => Nip is null && Nama is null;
}

/// <summary>What the rows of one record are about.</summary>
public interface IRecordSubject
{
    /// <summary>What tells it from all others of its kind: the person first, as "12/3".</summary>
    string Key { get; }

    int PegawaiId { get; }

    string? Nip { get; }

    string Nama { get; }

    string Periode { get; }

    /// <summary>Whether it is only made by what the rows say.</summary>
    bool IsNew { get; }
}

/// <param name="Subject">Null where there is none.</param>
/// <param name="Sentence">Why the actor may not write it, at the column of <paramref name="Field"/>; null where he may.</param>
public sealed record Found<TSubject>(TSubject? Subject, string Field = nameof(RecordLine.PegawaiId), string? Sentence = null);
