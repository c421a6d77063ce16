namespace BriefingBot.Core.Answering.Models;

/// <summary>What a request took; filled in when it is over.</summary>
public sealed class ModelCallResult
{
    /// <summary>The use; null while the text is being written.</summary>
    public ModelUse? Use { get; set; }
}
