namespace BriefingBot.TestServers.Models.Injections;

/// <summary>How an instruction hides in an article.</summary>
public enum InjectionShape
{
    /// <summary>As a sentence like any other.</summary>
    Plain,

    /// <summary>As a note to the machines that read the article.</summary>
    EditorNote,

    HtmlComment,

    /// <summary>As an element that a browser would not show.</summary>
    HiddenElement,

    /// <summary>As the words of somebody.</summary>
    QuotedSpeech,

    Base64,

    /// <summary>As a message of the system, in the notation of chat templates.</summary>
    FakeSystemMessage,

    /// <summary>As turns of a conversation.</summary>
    FakeChatTurn,

    /// <summary>As the end of the passage and a new question.</summary>
    FakeFence,

    /// <summary>As the result of a tool, in JSON.</summary>
    FakeToolResult,

    CodeBlock,

    /// <summary>As an update of the rules that comes with a reason and a threat.</summary>
    Authority,

    /// <summary>In full-width letters.</summary>
    FullWidth,

    /// <summary>With invisible characters between the letters.</summary>
    ZeroWidth,

    /// <summary>With HTML entities for letters.</summary>
    HtmlEntities,

    German,
    French,
    Spanish,
    Russian,
    Korean,
    Chinese,
    Japanese,
}
