namespace SopKinerja.Domain.Sop;

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

    Tanggapan = 1,

    Keputusan = 2,

    Pengesahan = 3,

    /// <summary>The rated person received the result and kept the right to object until its last day.</summary>
    MasaKeberatan = 4,

    /// <summary>Without the rated person's signature the result is determined by the atasan pejabat penilai.</summary>
    Penetapan = 5,
}
