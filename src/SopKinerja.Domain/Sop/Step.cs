namespace SopKinerja.Domain.Sop;

/// <summary>The seven steps of the SOP, numbered as in its form.</summary>
public enum Step
{
    Collect = 1,
    Check = 2,
    Input = 3,
    Validate = 4,
    Sign = 5,
    Duplicate = 6,
    Archive = 7,
}

/// <summary>A part of a step that the form of the SOP does not have and the regulations ask for.</summary>
public enum Substep
{
    None = 0,

    /// <summary>The pejabat penilai answers an objection.</summary>
    Tanggapan = 1,

    /// <summary>The atasan pejabat penilai decides on an objection.</summary>
    Keputusan = 2,

    /// <summary>The atasan pejabat penilai ratifies the document.</summary>
    Pengesahan = 3,
}
