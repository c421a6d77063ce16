namespace BriefingBot.Core.Answering.Extractive.Refusing;

/// <summary>How what a question takes for granted stands to the best sentences.</summary>
internal enum PremiseState
{
    /// <summary>One has it, or there is none.</summary>
    Met,

    /// <summary>None names those who are asked about.</summary>
    Unmet,

    /// <summary>Others are said to have done the very thing, and never those who are asked about.</summary>
    OthersDid,

    /// <summary>None says what is to have befallen them.</summary>
    Denied,
}
