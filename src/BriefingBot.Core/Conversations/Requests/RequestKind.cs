using BriefingBot.Core.Questions;

namespace BriefingBot.Core.Conversations.Requests;

/// <summary>One kind of request: the words it is asked in, and what is given for it. Thread-safe.</summary>
/// <param name="name">Its name, in records and documents.</param>
/// <param name="patterns">The list of its patterns in <c>Language/English</c>.</param>
internal abstract class RequestKind(string name, string patterns)
{
    private readonly RequestPattern _pattern = new(patterns);

    /// <summary>Its name.</summary>
    public string Name => name;

    /// <summary>The parts of the request when it is asked in such words, else null.</summary>
    public virtual RequestWords? Read(RequestText text) => _pattern.Match(text.Words, text.Carried);

    /// <summary>What is given; null when the request turns out to be none, so that it goes on as a question.</summary>
    public abstract Task<RequestAnswer?> AnswerAsync(
        RequestWords words,
        RequestText text,
        Question question,
        CancellationToken cancellationToken
    );
}
