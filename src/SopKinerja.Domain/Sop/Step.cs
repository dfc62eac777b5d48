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
