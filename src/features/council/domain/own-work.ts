/** What somebody did on a version in another role; whoever did it neither votes on it for the council nor records or confirms the decision. */
export type OwnWork = 'version_made' | 'dpia_fixed' | 'advice_given' | 'advice_deviated' | 'request_sent';
