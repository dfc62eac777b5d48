namespace SopKinerja.Web.Documents;

/// <summary>What came of drawing a stored file again.</summary>
public enum DrawnAgain
{
    Same,
    Different,

    /// <summary>It says to be of other words: settings of the environment, or another release of the forms. Pictures are not
    /// compared.</summary>
    OtherWords,

    /// <summary>Another engine, edition or other fonts drew it. Pictures are not compared.</summary>
    OtherTools,

    /// <summary>It does not say of what it is, as those of earlier releases.</summary>
    Unmarked,
}
