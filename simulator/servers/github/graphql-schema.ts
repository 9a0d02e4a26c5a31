/** Types and fields in GitHub's own names and nullability, as far as they are served. */
export const SCHEMA_SOURCE = `
  scalar DateTime
  scalar URI
  enum ReportedContentClassifiers { SPAM ABUSE OFF_TOPIC OUTDATED DUPLICATE RESOLVED LOW_QUALITY }
  enum IssueState { OPEN CLOSED }
  enum PullRequestState { OPEN CLOSED MERGED }
  enum PullRequestReviewDecision { APPROVED CHANGES_REQUESTED REVIEW_REQUIRED }
  enum IssueCommentOrderField { UPDATED_AT }
  enum OrderDirection { ASC DESC }
  input IssueCommentOrder { field: IssueCommentOrderField!, direction: OrderDirection! }

  interface Node { id: ID! }
  interface Actor { login: String!, url: URI!, avatarUrl(size: Int): URI! }
  interface Minimizable { isMinimized: Boolean!, minimizedReason: String, viewerCanMinimize: Boolean! }

  type User implements Node & Actor { id: ID!, databaseId: Int, login: String!, url: URI!, avatarUrl(size: Int): URI! }
  type Bot implements Node & Actor { id: ID!, databaseId: Int, login: String!, url: URI!, avatarUrl(size: Int): URI! }
  type Organization implements Node & Actor {
    id: ID!, databaseId: Int, login: String!, url: URI!, avatarUrl(size: Int): URI!
  }

  type PageInfo { hasNextPage: Boolean!, hasPreviousPage: Boolean!, startCursor: String, endCursor: String }
  type IssueComment implements Node & Minimizable {
    id: ID!
    databaseId: Float @deprecated(reason: "use fullDatabaseId")
    fullDatabaseId: String
    author: Actor
    body: String!
    bodyText: String!
    createdAt: DateTime!
    updatedAt: DateTime!
    url: URI!
    isMinimized: Boolean!
    minimizedReason: String
    viewerCanMinimize: Boolean!
    viewerCanUpdate: Boolean!
    viewerCanDelete: Boolean!
    viewerDidAuthor: Boolean!
    issue: Issue!
    pullRequest: PullRequest
    repository: Repository!
  }
  type IssueCommentEdge { cursor: String!, node: IssueComment }
  type IssueCommentConnection {
    nodes: [IssueComment], edges: [IssueCommentEdge], pageInfo: PageInfo!, totalCount: Int!
  }
  union IssueOrPullRequest = Issue | PullRequest
  type Issue implements Node {
    id: ID!, databaseId: Float, number: Int!, title: String!, body: String!, state: IssueState!, url: URI!, author: Actor
    comments(first: Int, after: String, last: Int, before: String, orderBy: IssueCommentOrder): IssueCommentConnection!
  }
  type PullRequest implements Node {
    id: ID!, databaseId: Float, number: Int!, title: String!, body: String!, state: PullRequestState!, url: URI!
    author: Actor, isDraft: Boolean!, headRefName: String!, headRefOid: String!, baseRefName: String!, baseRefOid: String!
    reviewDecision: PullRequestReviewDecision
    comments(first: Int, after: String, last: Int, before: String, orderBy: IssueCommentOrder): IssueCommentConnection!
  }
  type Repository implements Node {
    id: ID!, databaseId: Float, name: String!, nameWithOwner: String!, isPrivate: Boolean!, url: URI!
    issue(number: Int!): Issue
    pullRequest(number: Int!): PullRequest
    issueOrPullRequest(number: Int!): IssueOrPullRequest
  }
  type RateLimit { limit: Int!, cost: Int!, remaining: Int!, used: Int!, resetAt: DateTime! }
  type Query {
    viewer: Actor!
    rateLimit(dryRun: Boolean): RateLimit
    node(id: ID!): Node
    nodes(ids: [ID!]!): [Node]!
    repository(owner: String!, name: String!, followRenames: Boolean): Repository
  }

  input MinimizeCommentInput { subjectId: ID!, classifier: ReportedContentClassifiers!, clientMutationId: String }
  input UnminimizeCommentInput { subjectId: ID!, clientMutationId: String }
  input UpdateIssueCommentInput { id: ID!, body: String!, clientMutationId: String }
  input DeleteIssueCommentInput { id: ID!, clientMutationId: String }
  input AddCommentInput { subjectId: ID!, body: String!, clientMutationId: String }
  type MinimizeCommentPayload { clientMutationId: String, minimizedComment: Minimizable }
  type UnminimizeCommentPayload { clientMutationId: String, unminimizedComment: Minimizable }
  type UpdateIssueCommentPayload { clientMutationId: String, issueComment: IssueComment }
  type DeleteIssueCommentPayload { clientMutationId: String }
  type AddCommentPayload { clientMutationId: String, commentEdge: IssueCommentEdge, subject: Node }
  type Mutation {
    minimizeComment(input: MinimizeCommentInput!): MinimizeCommentPayload
    unminimizeComment(input: UnminimizeCommentInput!): UnminimizeCommentPayload
    updateIssueComment(input: UpdateIssueCommentInput!): UpdateIssueCommentPayload
    deleteIssueComment(input: DeleteIssueCommentInput!): DeleteIssueCommentPayload
    addComment(input: AddCommentInput!): AddCommentPayload
  }
`;
